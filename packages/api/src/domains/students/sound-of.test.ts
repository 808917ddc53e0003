import { expect, test } from 'vitest';
import { soughtOf, soundOf, wordsOf } from './sound-of.ts';

// Written down before the rule: names as they stand in registers, in both scripts.
const PAIRS = `
Aarav आरव; Aditi अदिति; Aditya आदित्य; Ajay अजय; Akash आकाश; Akhilesh अखिलेश; Akshay अक्षय; Alka अलका; Aman अमन; Amar अमर;
Amit अमित; Amrita अमृता; Anand आनंद; Ananya अनन्या; Anil अनिल; Anita अनीता; Anjali अंजलि; Ankit अंकित; Ankita अंकिता; Anuj अनुज;
Anupama अनुपमा; Anurag अनुराग; Aparna अपर्णा; Archana अर्चना; Arjun अर्जुन; Arun अरुण; Aruna अरुणा; Arvind अरविंद; Asha आशा; Ashish आशीष;
Ashok अशोक; Ashwini अश्विनी; Avinash अविनाश; Babita बबीता; Balram बलराम; Bharat भारत; Bharti भारती; Bhavna भावना; Bhupendra भूपेंद्र; Brijesh बृजेश;
Chanda चंदा; Chandan चंदन; Chetan चेतन; Chhaya छाया; Damini दामिनी; Deepa दीपा; Deepak दीपक; Deepika दीपिका; Dev देव; Devendra देवेंद्र;
Dharmendra धर्मेंद्र; Dheeraj धीरज; Dilip दिलीप; Dinesh दिनेश; Divya दिव्या; Durga दुर्गा; Farhan फरहान; Fatima फातिमा; Firoz फिरोज; Gajendra गजेंद्र;
Ganesh गणेश; Garima गरिमा; Gaurav गौरव; Gauri गौरी; Geeta गीता; Girish गिरीश; Gopal गोपाल; Govind गोविंद; Gulab गुलाब; Gyanendra ज्ञानेंद्र;
Hamid हामिद; Hariom हरिओम; Harish हरीश; Harpreet हरप्रीत; Harsh हर्ष; Hema हेमा; Hemant हेमंत; Himanshu हिमांशु; Imran इमरान; Indra इंद्र;
Indu इंदु; Irfan इरफान; Ishaan ईशान; Jagdish जगदीश; Jaspreet जसप्रीत; Jaya जया; Jayesh जयेश; Jitendra जितेंद्र; Jyoti ज्योति; Kabir कबीर;
Kajal काजल; Kamal कमल; Kamlesh कमलेश; Kanchan कंचन; Karan करण; Kartik कार्तिक; Kavita कविता; Khushboo खुशबू; Kiran किरण; Kishore किशोर;
Komal कोमल; Krishna कृष्ण; Kuldeep कुलदीप; Kumar कुमार; Kunal कुणाल; Kusum कुसुम; Lakshmi लक्ष्मी; Lalit ललित; Lata लता; Laxman लक्ष्मण;
Leela लीला; Lokesh लोकेश; Madan मदन; Madhu मधु; Mahendra महेंद्र; Mahesh महेश; Mamta ममता; Manish मनीष; Manisha मनीषा; Manju मंजू;
Manoj मनोज; Meena मीना; Meenakshi मीनाक्षी; Megha मेघा; Mohammad मोहम्मद; Mohan मोहन; Mohit मोहित; Monika मोनिका; Mukesh मुकेश; Munna मुन्ना;
Nandini नंदिनी; Narendra नरेंद्र; Naresh नरेश; Naveen नवीन; Neelam नीलम; Neeraj नीरज; Neha नेहा; Nidhi निधि; Nikhil निखिल; Nisha निशा;
Nitin नितिन; Om ओम; Pankaj पंकज; Paras पारस; Pawan पवन; Payal पायल; Pooja पूजा; Poonam पूनम; Prabhat प्रभात; Pradeep प्रदीप;
Prakash प्रकाश; Pramod प्रमोद; Prashant प्रशांत; Pratibha प्रतिभा; Praveen प्रवीण; Preeti प्रीति; Prem प्रेम; Priya प्रिया; Priyanka प्रियंका; Pushpa पुष्पा;
Radha राधा; Raghav राघव; Rahul राहुल; Rajendra राजेंद्र; Rajesh राजेश; Rajni रजनी; Rakesh राकेश; Ram राम; Ramesh रमेश; Ranjeet रणजीत;
Rashmi रश्मि; Ravi रवि; Rekha रेखा; Renu रेणु; Ritu ऋतु; Rohit रोहित; Roshni रोशनी; Sachin सचिन; Sandeep संदीप; Sangeeta संगीता;
Sanjay संजय; Sarita सरिता; Satish सतीश; Saurabh सौरभ; Savita सविता; Seema सीमा; Shalini शालिनी; Shankar शंकर; Shashi शशि; Shivam शिवम;
Shubham शुभम; Shweta श्वेता; Sneha स्नेहा; Sonu सोनू; Subhash सुभाष; Sudha सुधा; Sunil सुनील; Sunita सुनीता; Suresh सुरेश; Swati स्वाति;
Tanvi तन्वी; Tara तारा; Uma उमा; Umesh उमेश; Usha उषा; Vandana वंदना; Varsha वर्षा; Vijay विजय; Vikas विकास; Vikram विक्रम;
Vimla विमला; Vinay विनय; Vineet विनीत; Vinod विनोद; Vishal विशाल; Vivek विवेक; Yash यश; Yogesh योगेश; Zoya जोया; Zakir ज़ाकिर;
Agarwal अग्रवाल; Chaudhary चौधरी; Chauhan चौहान; Dubey दुबे; Gupta गुप्ता; Jaiswal जायसवाल; Joshi जोशी; Kaur कौर; Khan खान; Kushwaha कुशवाहा;
Maurya मौर्य; Mishra मिश्रा; Pandey पांडेय; Patel पटेल; Pathak पाठक; Prajapati प्रजापति; Rajput राजपूत; Rathore राठौर; Saxena सक्सेना; Sharma शर्मा;
Shrivastava श्रीवास्तव; Shukla शुक्ला; Singh सिंह; Solanki सोलंकी; Thakur ठाकुर; Tiwari तिवारी; Tripathi त्रिपाठी; Verma वर्मा; Vishwakarma विश्वकर्मा; Yadav यादव`
  .split(';')
  .map((pair) => pair.trim().split(' ') as [string, string]);

const finds = (asked: string, name: string) =>
  wordsOf(asked).every((word) => soughtOf(name, 'X-1').includes(` ~${soundOf(word)}`));

test('a name of one script is found by that of the other, nine times of ten and better', () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(200);
  const missed = PAIRS.flatMap(([latin, hindi]) => [
    ...(finds(latin, hindi) ? [] : [`${latin} (${soundOf(latin)}) does not find ${hindi} (${soundOf(hindi)})`]),
    ...(finds(hindi, latin) ? [] : [`${hindi} (${soundOf(hindi)}) does not find ${latin} (${soundOf(latin)})`]),
  ]);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(PAIRS.length * 2 * 0.1);
});

test('few names are found that are others', () => {
  const strangers = PAIRS.flatMap(([latin]) =>
    PAIRS.filter(([other, hindi]) => other !== latin && finds(latin, hindi)).map(([other]) => `${latin}: ${other}`),
  );
  expect(strangers.length, strangers.join(', ')).toBeLessThanOrEqual(PAIRS.length);
});

test('the spellings of one name in Latin find each other', () => {
  for (const [one, other] of [
    ['Laxmi', 'Lakshmi'],
    ['Pooja', 'Puja'],
    ['Choudhary', 'Chaudhari'],
    ['Swetha', 'Shweta'],
    ['Deepak', 'Dipak'],
    ['Wasim', 'Vasim'],
    ['Gyan', 'Jnan'],
    ['Srivastava', 'Shrivastava'],
    ['Ahmed', 'अहमद'],
    ['Mohammed', 'मोहम्मद'],
    ['Sheikh', 'शेख'],
    ['Jai', 'जय'],
  ] as const)
    expect(soundOf(one), one).toBe(soundOf(other));
});

test('any text has a sound in no time, and what is no word has none', () => {
  const begun = performance.now();
  soundOf('ज्ञa'.repeat(20_000));
  expect(performance.now() - begun).toBeLessThan(200);
  expect(soundOf('!?')).toBe('');
  expect(wordsOf('  Ravi–Kumar (Jr.) ')).toEqual(['ravi–kumar', 'jr']);
});
